"""The desk in a browser on this machine: queue, outline, captures, decisions and signing, as pages with forms.

It writes what the commands write, by the same functions. ``guard`` decides which requests are heard at all, ``app``
what a page shows and what an act does, ``views`` what templates see of a draft, ``acts`` what a form decides.
"""
