//! What each lens shows, worked out as sheets: natively testable, drawn by the page.

pub mod card;
mod place;
