package org.fxd.source.api;

/**
 * One difference between two texts, in lines counted from 0: lines {@code beginA} (inclusive) to
 * {@code endA} (exclusive) became lines {@code beginB} to {@code endB}.
 */
public record LineEdit(int beginA, int endA, int beginB, int endB) {}
