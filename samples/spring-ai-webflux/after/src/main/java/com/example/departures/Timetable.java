package com.example.departures;

import java.util.Map;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Service;

@Service
public class Timetable {

    private static final Map<String, String> NEXT = Map.of("Rome", "09:10", "Oslo", "11:45", "Kolkata", "23:30");

    @Tool(name = "next_departure", description = "When the next train to a city leaves")
    public String nextDeparture(@ToolParam(description = "For example Oslo") String city) {
        String time = NEXT.get(city);
        return time == null ? "No train to " + city : "The next train to " + city + " leaves at " + time;
    }
}
