package com.example.other;

class Subclass extends HttpServletSseServerTransportProvider {} ⟦not⟧
