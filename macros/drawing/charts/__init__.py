"""Geometry of charts. Lengths across are percent of the width, so that a chart fits any screen with its lettering
unchanged; lengths down are CSS pixels.
"""
