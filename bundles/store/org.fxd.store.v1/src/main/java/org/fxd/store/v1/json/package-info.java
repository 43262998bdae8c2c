/**
 * JSON as version 1 has it: texts are JavaScript's, so what is written here is what its {@code
 * JSON.stringify} would write. The parts of arrays and objects are told as they stand in the
 * document, because the order of members is worth keeping.
 */
package org.fxd.store.v1.json;
