//! Places on a page: what turns one system of coordinates into another (ISO 32000-2, 8.3).

/// The six numbers of a transformation as the standard writes them.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// What changes nothing.
    pub(super) const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This one first, and `other` of what comes out.
    pub(super) fn then(&self, other: &Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, other.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }

    /// Where a place comes to.
    pub(super) fn of(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_behind_the_other() {
        let moved = Matrix([1.0, 0.0, 0.0, 1.0, 10.0, 20.0]);
        let doubled = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(moved.then(&doubled).0, [2.0, 0.0, 0.0, 2.0, 20.0, 40.0]);
        assert_eq!(doubled.then(&moved).0, [2.0, 0.0, 0.0, 2.0, 10.0, 20.0]);
        assert_eq!(doubled.then(&Matrix::NONE), doubled);
        assert_eq!(moved.then(&doubled).of((1.0, 1.0)), (22.0, 42.0));
    }
}
