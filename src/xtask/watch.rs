//! Noticing that a source changed, by looking at names, times and sizes now and then.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The files and folders to look at.
pub(crate) struct Watch {
    paths: Vec<PathBuf>,
}

/// Every file with when it was written and its size in bytes.
pub(crate) type State = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Watch {
    /// Watches files, and folders with all that is in them.
    pub(crate) fn new(paths: Vec<PathBuf>) -> Self {
        Self { paths }
    }

    /// How things stand now.
    pub(crate) fn state(&self) -> State {
        let mut state = State::new();
        for path in &self.paths {
            look(path, &mut state);
        }
        state
    }

    /// Waits until things stand otherwise than in `seen`, and have come to rest.
    pub(crate) fn wait(&self, seen: &State, pause: Duration) -> State {
        let mut before = self.state();
        loop {
            std::thread::sleep(pause);
            let now = self.state();
            if now != *seen && now == before {
                return now;
            }
            before = now;
        }
    }
}

fn look(path: &Path, state: &mut State) {
    // What vanishes while we look is a change for the next look.
    let Ok(found) = std::fs::metadata(path) else { return };
    if found.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            look(&entry.path(), state);
        }
    } else {
        state.insert(path.to_owned(), (found.modified().ok(), found.len()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_changed_and_removed_files_are_noticed() {
        let folder = std::env::temp_dir().join(format!("crossread-watch-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("deep")).unwrap();
        let file = folder.join("deep").join("bread.txt");
        let watch = Watch::new(vec![folder.clone(), folder.join("absent")]);
        let empty = watch.state();
        std::fs::write(&file, "rye").unwrap();
        let one = watch.wait(&empty, Duration::from_millis(1));
        assert_eq!(one.keys().collect::<Vec<_>>(), [&file]);
        assert_eq!(watch.state(), one);
        std::fs::write(&file, "wheat").unwrap();
        let two = watch.wait(&one, Duration::from_millis(1));
        assert_ne!(two, one);
        std::fs::remove_file(&file).unwrap();
        assert_eq!(watch.wait(&two, Duration::from_millis(1)), empty);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
