package com.example.notes;

import java.util.ArrayList;
import java.util.List;

/** Keeps the notes of all clients in memory. */
final class NoteStore {

    private final List<String> notes = new ArrayList<>();

    synchronized int add(String text) {
        notes.add(text);
        return notes.size();
    }

    synchronized List<String> all() {
        return List.copyOf(notes);
    }

    synchronized List<String> containing(String word) {
        return notes.stream().filter(note -> note.contains(word)).toList();
    }
}
