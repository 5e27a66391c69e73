//! Bulk reading as a whole: the rows of the ordinary path, whatever the memory and the threads; and
//! records that are none.

mod equal;
#[cfg(test)]
mod folder;
mod refused;
#[cfg(test)]
mod spill;
