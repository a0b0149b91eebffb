//! The worker as the panel has it.

use crate::{Chosen, answered, failed, flag, take};
use crossread_corpus::message::{self, Order};
use crossread_element::program;
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Worker;

thread_local! {
    pub(crate) static WORK: RefCell<Work> = RefCell::default();
}

/// What the worker needs if it has to begin anew.
#[derive(Default)]
pub(crate) struct Work {
    worker: Option<Worker>,
    /// What an earlier worker knew, as it gave it.
    pub(crate) memory: Option<JsValue>,
    /// The files being added.
    pub(crate) pending: Vec<Chosen>,
    /// So many of them the worker has.
    handed: usize,
    /// Which batch of files those are: it goes up with every batch, and when one is given up.
    pub(crate) batch: usize,
    /// The files that come after them.
    pub(crate) waiting: Vec<Chosen>,
    pub(crate) is_kept: bool,
    /// What is kept is being read: that changes nothing.
    pub(crate) is_loading: bool,
}

/// Sends an order to the worker, which is started for it if need be.
pub(crate) fn order(order: &Order, beside: &[JsValue]) {
    if WORK.with_borrow(|work| work.worker.is_none()) {
        begin(false);
    }
    if let Some(worker) = WORK.with_borrow(|work| work.worker.clone()) {
        post(&worker, order, beside);
    }
}

/// Starts the worker, which reads what is kept if that is wanted.
pub(crate) fn begin(read_kept: bool) {
    match program::start("worker", None, hear, failed) {
        Ok(worker) => {
            let memory = WORK.with_borrow(|work| work.memory.clone());
            let beside: Vec<JsValue> = [program::shard(), memory].into_iter().flatten().collect();
            post(&worker, &Order::Begin { place: flag::place(), read_kept }, &beside);
            WORK.with_borrow_mut(|work| work.worker = Some(worker));
        }
        Err(why) => failed(&why),
    }
}

/// Ends the worker, wherever it is.
pub(crate) fn end() {
    let worker = WORK.with_borrow_mut(|work| {
        work.batch += 1;
        work.worker.take()
    });
    if let Some(worker) = worker {
        worker.terminate();
    }
}

/// So many files are handed over at once; a browser takes a quarter of a millisecond for each, in which the page answers
/// nothing.
const PART: usize = 64;

/// Hands the worker these files to add, part by part.
pub(crate) fn send(files: Vec<Chosen>) {
    WORK.with_borrow_mut(|work| {
        work.pending = files;
        work.handed = 0;
        work.batch += 1;
    });
    hand_over();
}

/// The worker has read file `number` of those being added: before it has read all that it has, it gets more.
pub(crate) fn has_read(number: usize) {
    if WORK.with_borrow(|work| work.handed < work.pending.len() && number + PART / 2 >= work.handed) {
        hand_over();
    }
}

fn hand_over() {
    let (adding, beside) = WORK.with_borrow_mut(|work| {
        let before = work.handed;
        work.handed = work.pending.len().min(before + PART);
        let files = &work.pending[before..work.handed];
        let beside: Vec<JsValue> = files.iter().map(|file| file.file.clone()).collect();
        let names = files.iter().map(|file| file.name.clone()).collect();
        let set = files.iter().map(|file| file.set.clone()).collect();
        (Order::Add { before: before as u32, all: work.pending.len() as u32, names, set }, beside)
    });
    order(&adding, &beside);
}

fn hear(sent: &JsValue) {
    let parts: &Array = sent.unchecked_ref();
    let answer = parts.get(0).dyn_into::<Uint8Array>().ok().and_then(|bytes| message::read(&bytes.to_vec()));
    match answer {
        Some(answer) => answered(answer, parts),
        None => failed("the page and its worker are of different versions; reload the page"),
    }
}

/// Sends an order, and what travels beside it.
fn post(worker: &Worker, order: &Order, beside: &[JsValue]) {
    let parts = Array::of1(&Uint8Array::from(message::write(order).as_slice()));
    beside.iter().for_each(|part| {
        parts.push(part);
    });
    if worker.post_message(&parts).is_err() {
        failed("the files cannot be handed over");
    }
}

/// Lets the reader save bytes as a file of this name.
pub(crate) fn save(bytes: &JsValue, name: &str) {
    if take::file::save(name, bytes).is_err() {
        failed("this browser does not let the page save a file");
    }
}
