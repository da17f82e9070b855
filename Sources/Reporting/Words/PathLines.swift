import Publishing

/// Sentences about a path that several pages say.
enum PathLines: String, Phrases {
  static let topic = "PathLines"

  case pays = """
    {path}: gives the money back, more likely than not, at {count} of {total} companies \
    assessed
    """
  case paysWhom = ": {names}"
  case nobody = "{path}: no company could be assessed"
  case drain = " · drains {points}"
  case crowded = """
    {path}: the stories add up to {share} of the market ({range}): more than there is.
    """
  case notCrowded = "{path}: the stories add up to {share} of the market ({range})."
}
