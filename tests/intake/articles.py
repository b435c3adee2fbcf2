"""Invented articles of an invented town, long enough to be read as such."""

WEIR = """\
The old weir above Tarn Mill gave way on Tuesday night after four days of rain, and the river flooded the lower town.
Forty families had to leave their houses, and spent the night in the school on Market Street, the fire brigade said.
Engineers will inspect the two other weirs on the river next week, the water board said on Wednesday.
Nils Aske, who chairs the board, said that nobody had warned it of cracks in the wall of the weir.
The mill itself, which is two hundred years old, was not damaged, its owner told the Courier."""

BRIDGE = """\
The harbour bridge of Velm will be closed to lorries from Monday, since inspectors found rust in three of its cables.
Cars and buses may cross it as before, and cyclists too, the harbour office said in a statement on Friday.
The office expects the repairs to take eleven weeks and to cost four million crowns, half of it paid by the state.
Hauliers called the closure a disaster, for the next bridge is thirty kilometres up the river at Sund.
Mayor Ines Tarrow said that safety came first, and that the city would ask for a ferry in the meantime."""

LUNCH = """\
Schools in Velm will no longer serve fish on Fridays, the education committee decided on Thursday by nine votes to four.
Pupils had complained about the taste for years, and two thirds of the fish went into the bin, a survey found.
Parents of children who do not eat meat asked for lentils instead, and the kitchens will try them for a month.
The fishermen's union regretted the decision, and offered to cook for the schools itself for a week in spring."""

FERRY = """\
A ferry should cross the river at Sund while the harbour bridge is shut to lorries, the chamber of trade demands.
Its members lose two hours a day on the way round by the northern road, according to the chamber's own count.
The last ferry at Sund was sold to Norway eleven years ago, and the landing stage has been a café since then.
The transport ministry said that it had received no application, and would look at one when it came."""

MARKET = """\
Sund will have a market hall again, seventy years after the old one burned down, its council decided on Monday night.
The hall is to hold forty stalls and a kitchen, and stands empty until a tenant is found who pays for the heating.
Opponents said that the town has two supermarkets already, and that nobody had asked the traders in the square.
Work begins in autumn, when the cranes of the harbour are free, the architect Ulla Venn told this newspaper."""
