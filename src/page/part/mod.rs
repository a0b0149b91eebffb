//! The pieces that lenses are made of.

pub(crate) mod chips;
pub(crate) mod erased;
pub(crate) mod facets;
pub(crate) mod ground;
pub(crate) mod link;
pub(crate) mod marked;
pub(crate) mod masthead;
pub(crate) mod meta;
pub(crate) mod nothing;
pub(crate) mod search;
pub(crate) mod spellings;
pub(crate) mod status;
