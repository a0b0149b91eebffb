//! What part of a page shows (ISO 32000-2, 8.5.4): browsers paint a line that does not fit on a page on both, and let it
//! show on one.

use super::matrix::Matrix;

/// An upright rectangle, in points from the page's left upper corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    pub(super) const ALL: Self =
        Self { left: f64::NEG_INFINITY, top: f64::NEG_INFINITY, right: f64::INFINITY, bottom: f64::INFINITY };

    /// What holds no place yet.
    const NONE: Self =
        Self { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };

    /// The least area with these corners of a rectangle, which `place` may turn.
    pub(super) fn of([left, bottom, right, top]: [f64; 4], place: &Matrix) -> Self {
        let corners = [(left, bottom), (right, bottom), (left, top), (right, top)];
        corners.into_iter().fold(Self::NONE, |area, corner| area.with(place.of(corner)))
    }

    fn with(self, (along, down): (f64, f64)) -> Self {
        Self {
            left: self.left.min(along),
            top: self.top.min(down),
            right: self.right.max(along),
            bottom: self.bottom.max(down),
        }
    }

    /// What is in both.
    pub(super) fn and(&self, other: &Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }

    /// True when the place is in it, or at most half a point beside it.
    pub(super) fn holds(&self, along: f64, down: f64) -> bool {
        (self.left - 0.5..=self.right + 0.5).contains(&along) && (self.top - 0.5..=self.bottom + 0.5).contains(&down)
    }
}

/// A path as it is drawn, as far as its area.
#[derive(Clone, Copy, Debug)]
pub(super) struct Path {
    area: Area,
    /// It is to bound what is painted from here on.
    bounds: bool,
}

impl Path {
    pub(super) const NEW: Self = Self { area: Area::NONE, bounds: false };

    /// Goes on with an operator that draws, given its numbers, the last one first. True when it was one.
    pub(super) fn draw(&mut self, operator: &[u8], number: impl Fn(usize) -> Option<f64>, place: &Matrix) -> bool {
        let points = match operator {
            b"m" | b"l" => 1,
            b"v" | b"y" => 2,
            b"c" => 3,
            b"re" => {
                if let (Some(height), Some(width), Some(y), Some(x)) = (number(0), number(1), number(2), number(3)) {
                    let drawn = Area::of([x, y, x + width, y + height], place);
                    self.area = self.area.with((drawn.left, drawn.top)).with((drawn.right, drawn.bottom));
                }
                return true;
            }
            b"h" => return true,
            b"W" | b"W*" => {
                self.bounds = true;
                return true;
            }
            _ => return false,
        };
        for at in 0..points {
            if let (Some(y), Some(x)) = (number(2 * at), number(2 * at + 1)) {
                self.area = self.area.with(place.of((x, y)));
            }
        }
        true
    }

    /// Ends it, and says what it bounds.
    pub(super) fn end(&mut self, operator: &[u8]) -> Option<Area> {
        let is_end = matches!(operator, b"n" | b"f" | b"F" | b"f*" | b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*");
        is_end.then(|| core::mem::replace(self, Self::NEW)).filter(|path| path.bounds).map(|path| path.area)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_bounds_what_follows() {
        let mut path = Path::NEW;
        let numbers = |numbers: &'static [f64]| move |at: usize| numbers.iter().rev().nth(at).copied();
        assert!(path.draw(b"re", numbers(&[10.0, 10.0, 20.0, 30.0]), &Matrix::NONE));
        assert_eq!(path.end(b"f"), None);
        assert!(path.draw(b"m", numbers(&[0.0, 0.0]), &Matrix::NONE));
        assert!(path.draw(b"l", numbers(&[9.0, 5.0]), &Matrix::NONE));
        assert!(path.draw(b"W", numbers(&[]), &Matrix::NONE) && !path.draw(b"Tj", numbers(&[]), &Matrix::NONE));
        let area = path.end(b"n").unwrap();
        assert!(area.holds(5.0, 5.0) && !area.holds(5.0, 6.0) && !area.and(&Area::ALL).holds(10.0, 1.0));
        assert!(Area::ALL.holds(1e9, -1e9) && !Area::NONE.holds(0.0, 0.0));
    }
}
