//! Bulk reading as a whole: the rows of the ordinary path, whatever the memory and the threads; and
//! records that are none.

#[cfg(test)]
mod equal;
#[cfg(test)]
mod folder;
#[cfg(test)]
mod lines;
mod refused;
#[cfg(test)]
mod spill;
