"""Tables of official series, each made anew from its publisher's file.

    python -m scripts.series.us_trade country.xlsx

One small module serves one set of files; what they share is in `common.py`. The head of a table stays as an editor
wrote it: a script writes its rows, the checksum and the edition of its source, and says what it took and left out.
"""
