package org.winnow.agreement;

/** How much two classes count as agreeing, from 0 to 1; classes are taken in their order. */
public enum Weights {
  /** Only the same class agrees: Cohen 1960. */
  IDENTITY,
  /** 1 - |i - j| / (k - 1): Cicchetti and Allison 1971. */
  LINEAR,
  /** 1 - (i - j)² / (k - 1)²: Fleiss and Cohen 1973. */
  QUADRATIC;

  double of(int i, int j, int classes) {
    double distance = (double) Math.abs(i - j) / (classes - 1);
    return switch (this) {
      case IDENTITY -> i == j ? 1 : 0;
      case LINEAR -> 1 - distance;
      case QUADRATIC -> 1 - distance * distance;
    };
  }
}
