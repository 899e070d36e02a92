package com.example

fun mcp(block: () -> Unit) = block()

fun other() {
    mcp { println("sse") } ⟦not⟧
}
