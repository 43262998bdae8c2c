/**
 * Frames: many objects side by side in one string of bytes, so that they compress well together.
 *
 * <p>A {@link org.fxd.store.sqlite.frame.FrameWriter} puts a frame together, a {@link
 * org.fxd.store.sqlite.frame.Frame} gives any object of it back without touching the others. An
 * object stands in a frame as it is, or as a {@link org.fxd.store.sqlite.frame.Delta} against
 * another object of the same frame; so a frame needs nothing but itself to be read. What a frame
 * says is hostile until it is checked: nothing here fails in any other way than with a {@link
 * org.fxd.store.sqlite.DamagedException}, and no number in it can make a reader take more room or
 * time than {@link org.fxd.store.sqlite.frame.FrameLimits} allows.
 */
package org.fxd.store.sqlite.frame;
