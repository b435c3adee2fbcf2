"""States, the words for their people, their capitals and the other names under which news speaks of them.

Facts only, written by hand: a state a line or, where they are many, two; four fields parted by ``|``: name; adjectives
and words for its people; seat of government, which news uses for the government itself; other names. Fields hold
several values parted by commas. A word that names more than one state (``Congo``, ``Guinean``) stands with the one
usually meant.
"""

from __future__ import annotations

COUNTRIES = """\
Afghanistan|Afghan,Afghans|Kabul|Islamic Emirate of Afghanistan
Albania|Albanian,Albanians|Tirana|
Algeria|Algerian,Algerians|Algiers|
Andorra|Andorran,Andorrans||
Angola|Angolan,Angolans|Luanda|
Antigua and Barbuda|Antiguan,Antiguans||Antigua
Argentina|Argentine,Argentines,Argentinian,Argentinians,Argentinean|Buenos Aires|
Armenia|Armenian,Armenians|Yerevan|
Australia|Australian,Australians,Aussie,Aussies|Canberra|
Austria|Austrian,Austrians|Vienna|
Azerbaijan|Azerbaijani,Azerbaijanis,Azeri,Azeris|Baku|
Bahamas|Bahamian,Bahamians|Nassau|The Bahamas
Bahrain|Bahraini,Bahrainis|Manama|
Bangladesh|Bangladeshi,Bangladeshis|Dhaka|
Barbados|Barbadian,Barbadians|Bridgetown|
Belarus|Belarusian,Belarusians,Belarussian|Minsk|Byelorussia
Belgium|Belgian,Belgians||
Belize|Belizean,Belizeans|Belmopan|
Benin|Beninese|Porto-Novo|
Bhutan|Bhutanese|Thimphu|
Bolivia|Bolivian,Bolivians|La Paz|
Bosnia and Herzegovina|Bosnian,Bosnians|Sarajevo|Bosnia,Bosnia-Herzegovina
Botswana|Botswanan|Gaborone|
Brazil|Brazilian,Brazilians|Brasilia|
Brunei|Bruneian,Bruneians|Bandar Seri Begawan|
Bulgaria|Bulgarian,Bulgarians|Sofia|
Burkina Faso|Burkinabe|Ouagadougou|
Burundi|Burundian,Burundians|Bujumbura,Gitega|
Cambodia|Cambodian,Cambodians|Phnom Penh|Kampuchea
Cameroon|Cameroonian,Cameroonians|Yaounde|
Canada|Canadian,Canadians|Ottawa|
Cape Verde|Cape Verdean|Praia|Cabo Verde
Central African Republic||Bangui|
Chad|Chadian,Chadians|N'Djamena|
Chile|Chilean,Chileans|Santiago|
China|Chinese|Beijing,Peking|People's Republic of China,PRC,P.R.C.,Mainland China
Colombia|Colombian,Colombians|Bogota|
Comoros|Comorian,Comorians|Moroni|
Congo-Brazzaville||Brazzaville|Republic of the Congo,Republic of Congo
Costa Rica|Costa Rican,Costa Ricans||
Croatia|Croatian,Croatians,Croat,Croats|Zagreb|
Cuba|Cuban,Cubans|Havana|
Cyprus|Cypriot,Cypriots|Nicosia|
Czech Republic|Czech,Czechs|Prague|Czechia
Democratic Republic of Congo|Congolese|Kinshasa|Democratic Republic of the Congo,DR Congo,DRC,D.R.C.,Congo
Denmark|Danish,Dane,Danes|Copenhagen|
Djibouti|Djiboutian,Djiboutians||
Dominica|||
Dominican Republic|Dominican,Dominicans|Santo Domingo|
East Timor|East Timorese,Timorese|Dili|Timor-Leste
Ecuador|Ecuadorian,Ecuadorians,Ecuadorean|Quito|
Egypt|Egyptian,Egyptians|Cairo|
El Salvador|Salvadoran,Salvadorans,Salvadorian|San Salvador|
Equatorial Guinea|Equatorial Guinean|Malabo|
Eritrea|Eritrean,Eritreans|Asmara|
Estonia|Estonian,Estonians|Tallinn|
Eswatini|Swazi,Swazis|Mbabane|Swaziland
Ethiopia|Ethiopian,Ethiopians|Addis Ababa|
Fiji|Fijian,Fijians|Suva|
Finland|Finnish,Finn,Finns|Helsinki|
France|French,Frenchman,Frenchmen,Frenchwoman|Paris|Elysee Palace,Elysee
Gabon|Gabonese|Libreville|
Gambia|Gambian,Gambians|Banjul|The Gambia
Georgia|Georgian,Georgians|Tbilisi|
Germany|German,Germans|Berlin,Bonn|Federal Republic of Germany
Ghana|Ghanaian,Ghanaians|Accra|
Greece|Greek,Greeks|Athens|
Grenada|Grenadian,Grenadians||
Guatemala|Guatemalan,Guatemalans|Guatemala City|
Guinea|Guinean,Guineans|Conakry|
Guinea-Bissau||Bissau|
Guyana|Guyanese|Georgetown|
Haiti|Haitian,Haitians|Port-au-Prince|
Honduras|Honduran,Hondurans|Tegucigalpa|
Hungary|Hungarian,Hungarians|Budapest|
Iceland|Icelandic,Icelander,Icelanders|Reykjavik|
India|Indian,Indians|New Delhi,Delhi|
Indonesia|Indonesian,Indonesians|Jakarta|
Iran|Iranian,Iranians|Tehran,Teheran|Islamic Republic of Iran
Iraq|Iraqi,Iraqis|Baghdad|
Ireland|Irish,Irishman,Irishmen|Dublin|Republic of Ireland
Israel|Israeli,Israelis|Jerusalem,Tel Aviv|
Italy|Italian,Italians|Rome|
Ivory Coast|Ivorian,Ivorians|Abidjan,Yamoussoukro|Cote d'Ivoire
Jamaica|Jamaican,Jamaicans|Kingston|
Japan|Japanese|Tokyo|
Jordan|Jordanian,Jordanians|Amman|
Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana,Nur-Sultan|
Kenya|Kenyan,Kenyans|Nairobi|
Kiribati||Tarawa|
Kosovo|Kosovar,Kosovars|Pristina|
Kuwait|Kuwaiti,Kuwaitis|Kuwait City|
Kyrgyzstan|Kyrgyz|Bishkek|
Laos|Laotian,Laotians|Vientiane|
Latvia|Latvian,Latvians|Riga|
Lebanon|Lebanese|Beirut|
Lesotho|Basotho|Maseru|
Liberia|Liberian,Liberians|Monrovia|
Libya|Libyan,Libyans|Tripoli|
Liechtenstein||Vaduz|
Lithuania|Lithuanian,Lithuanians|Vilnius|
Luxembourg|||
Madagascar|Malagasy|Antananarivo|
Malawi|Malawian,Malawians|Lilongwe|
Malaysia|Malaysian,Malaysians|Kuala Lumpur,Putrajaya|
Maldives|Maldivian,Maldivians|Male|
Mali|Malian,Malians|Bamako|
Malta|Maltese|Valletta|
Marshall Islands|Marshallese|Majuro|
Mauritania|Mauritanian,Mauritanians|Nouakchott|
Mauritius|Mauritian,Mauritians|Port Louis|
Mexico|Mexican,Mexicans|Mexico City|
Micronesia|Micronesian,Micronesians||
Moldova|Moldovan,Moldovans|Chisinau|
Monaco|Monegasque||
Mongolia|Mongolian,Mongolians|Ulaanbaatar,Ulan Bator|
Montenegro|Montenegrin,Montenegrins|Podgorica|
Morocco|Moroccan,Moroccans|Rabat|
Mozambique|Mozambican,Mozambicans|Maputo|
Myanmar|Burmese|Naypyidaw,Yangon,Rangoon|Burma
Namibia|Namibian,Namibians|Windhoek|
Nauru|Nauruan||
Nepal|Nepalese,Nepali,Nepalis|Kathmandu|
Netherlands|Dutch,Dutchman,Dutchmen|The Hague,Amsterdam|The Netherlands,Holland
New Zealand|New Zealander,New Zealanders|Wellington|
Nicaragua|Nicaraguan,Nicaraguans|Managua|
Niger|Nigerien,Nigeriens|Niamey|
Nigeria|Nigerian,Nigerians|Abuja|
North Korea|North Korean,North Koreans|Pyongyang|Democratic People's Republic of Korea,DPRK,D.P.R.K.
North Macedonia|Macedonian,Macedonians|Skopje|Macedonia
Norway|Norwegian,Norwegians|Oslo|
Oman|Omani,Omanis|Muscat|
Pakistan|Pakistani,Pakistanis|Islamabad|
Palau|Palauan,Palauans||
Palestine|Palestinian,Palestinians|Ramallah|Palestinian Authority,Palestinian territories,State of Palestine
Panama|Panamanian,Panamanians|Panama City|
Papua New Guinea|Papua New Guinean|Port Moresby|
Paraguay|Paraguayan,Paraguayans|Asuncion|
Peru|Peruvian,Peruvians|Lima|
Philippines|Filipino,Filipinos,Philippine|Manila|The Philippines
Poland|Polish,Pole,Poles|Warsaw|
Portugal|Portuguese|Lisbon|
Qatar|Qatari,Qataris|Doha|
Romania|Romanian,Romanians|Bucharest|
Russia|Russian,Russians|Moscow,Kremlin|Russian Federation,The Kremlin
Rwanda|Rwandan,Rwandans|Kigali|
Saint Kitts and Nevis||Basseterre|St. Kitts and Nevis
Saint Lucia|Saint Lucian|Castries|St. Lucia
Saint Vincent and the Grenadines||Kingstown|St. Vincent and the Grenadines
Samoa|Samoan,Samoans|Apia|
San Marino|||
Sao Tome and Principe||Sao Tome|
Saudi Arabia|Saudi,Saudis,Saudi Arabian|Riyadh|Kingdom of Saudi Arabia
Senegal|Senegalese|Dakar|
Serbia|Serbian,Serbians,Serb,Serbs|Belgrade|
Seychelles||Victoria|
Sierra Leone|Sierra Leonean,Sierra Leoneans|Freetown|
Singapore|Singaporean,Singaporeans||
Slovakia|Slovak,Slovaks,Slovakian|Bratislava|
Slovenia|Slovenian,Slovenians,Slovene|Ljubljana|
Solomon Islands|Solomon Islander,Solomon Islanders|Honiara|
Somalia|Somali,Somalis|Mogadishu|
South Africa|South African,South Africans|Pretoria,Cape Town|
South Korea|South Korean,South Koreans|Seoul|Republic of Korea,ROK,R.O.K.
South Sudan|South Sudanese|Juba|
Soviet Union|Soviet,Soviets||USSR,U.S.S.R.
Spain|Spanish,Spaniard,Spaniards|Madrid|
Sri Lanka|Sri Lankan,Sri Lankans|Colombo|
Sudan|Sudanese|Khartoum|
Suriname|Surinamese|Paramaribo|
Sweden|Swedish,Swede,Swedes|Stockholm|
Switzerland|Swiss|Bern|
Syria|Syrian,Syrians|Damascus|Syrian Arab Republic
Taiwan|Taiwanese|Taipei|Republic of China
Tajikistan|Tajik,Tajiks|Dushanbe|
Tanzania|Tanzanian,Tanzanians|Dodoma,Dar es Salaam|
Thailand|Thai,Thais|Bangkok|
Togo|Togolese|Lome|
Tonga|Tongan,Tongans|Nuku'alofa|
Trinidad and Tobago|Trinidadian,Trinidadians|Port of Spain|Trinidad
Tunisia|Tunisian,Tunisians|Tunis|
Turkey|Turkish,Turk,Turks|Ankara|Turkiye
Turkmenistan|Turkmen|Ashgabat|
Tuvalu|Tuvaluan|Funafuti|
Uganda|Ugandan,Ugandans|Kampala|
Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev|
United Arab Emirates|Emirati,Emiratis|Abu Dhabi|UAE,U.A.E.,Emirates
United Kingdom|British,Briton,Britons,Brit,Brits|London,Downing Street,Whitehall|UK,U.K.,Britain,Great Britain
United Kingdom||Westminster|
United States|American,Americans|Washington,White House|U.S.,US,USA,U.S.A.,America,United States of America,U.S
United States||Pentagon,State Department,Washington D.C.,Washington DC|
Uruguay|Uruguayan,Uruguayans|Montevideo|
Uzbekistan|Uzbek,Uzbeks|Tashkent|
Vanuatu||Port Vila|
Vatican|||Vatican City,Holy See
Venezuela|Venezuelan,Venezuelans|Caracas|
Vietnam|Vietnamese|Hanoi|Viet Nam
Yemen|Yemeni,Yemenis|Sanaa,Aden|
Zambia|Zambian,Zambians|Lusaka|
Zimbabwe|Zimbabwean,Zimbabweans|Harare|
"""

# Bodies of which news speaks by an acronym: name | other names.
ORGANISATIONS = """\
United Nations|UN,U.N.
United Nations Security Council|UN Security Council,U.N. Security Council,Security Council,UNSC
United Nations General Assembly|UN General Assembly,U.N. General Assembly,General Assembly,UNGA
European Union|EU,E.U.
European Commission|EC
European Central Bank|ECB
North Atlantic Treaty Organization|NATO,Nato,North Atlantic Treaty Organisation,North Atlantic Alliance
International Atomic Energy Agency|IAEA,I.A.E.A.
World Health Organization|WHO,W.H.O.,World Health Organisation
World Trade Organization|WTO,W.T.O.,World Trade Organisation
International Monetary Fund|IMF,I.M.F.
International Criminal Court|ICC,I.C.C.
International Court of Justice|ICJ,I.C.J.,World Court
International Committee of the Red Cross|ICRC,Red Cross
Organization of the Petroleum Exporting Countries|OPEC,Opec
Association of Southeast Asian Nations|ASEAN,Asean
African Union|AU
Arab League|League of Arab States
Organization for Security and Co-operation in Europe|OSCE,O.S.C.E.
Federal Bureau of Investigation|FBI,F.B.I.
Central Intelligence Agency|CIA,C.I.A.
National Security Agency|NSA,N.S.A.
Federal Reserve|Fed,Federal Reserve Board
Environmental Protection Agency|EPA,E.P.A.
Food and Drug Administration|FDA,F.D.A.
Centers for Disease Control and Prevention|CDC,C.D.C.,Centers for Disease Control
National Aeronautics and Space Administration|NASA,Nasa
Internal Revenue Service|IRS,I.R.S.
Department of Homeland Security|DHS,Homeland Security
Department of Justice|DOJ,Justice Department,US Department of Justice,U.S. Department of Justice
Republican Party|GOP,G.O.P.,Republicans,Republican
Democratic Party|Democrats,Democrat
Conservative Party|Conservatives,Tories,Tory
Labour Party|Labour
Islamic State|ISIS,ISIL,IS,Isis,Isil,Daesh
Al Qaeda|al-Qaeda,al-Qaida,Al-Qaeda,Al-Qaida,al Qaeda
Taliban|Taleban
Hamas|
Hezbollah|Hizbollah,Hizbullah
Korean Central News Agency|KCNA
Supreme Court|U.S. Supreme Court,US Supreme Court
Congress|U.S. Congress,US Congress
Senate|U.S. Senate,US Senate
House of Representatives|U.S. House of Representatives,US House of Representatives
"""
