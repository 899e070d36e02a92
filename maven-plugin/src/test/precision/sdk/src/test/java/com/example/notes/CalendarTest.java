package com.example.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CalendarTest {
  void asserts(String date) {
    assertEquals("2024-11-05", date); ⟦not⟧
  }
}
