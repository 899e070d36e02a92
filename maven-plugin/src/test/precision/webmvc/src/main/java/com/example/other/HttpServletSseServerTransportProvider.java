package com.example.other;

public class HttpServletSseServerTransportProvider {} ⟦not⟧
