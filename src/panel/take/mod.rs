//! What a reader takes away: quotations, exports and notes, each in a dialog.

pub(crate) mod along;
pub(crate) mod cite;
pub(crate) mod export;
pub(crate) mod file;
pub(crate) mod frame;
pub(crate) mod note;
pub(crate) mod notebook;
pub(crate) mod notes;
pub(crate) mod page;
mod picture;
mod store;
