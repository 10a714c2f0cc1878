"""The ecomap: the household in the middle, its supports around it, the kind of each tie on the line.

``graph`` reads a View, ``layout`` says where things lie, ``strokes`` what any painter draws, ``words`` says the map as text,
``terminal`` paints it in cells. All of them are pure: same input, same picture.
"""
