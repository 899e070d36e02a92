package com.example.weather;

import java.util.Map;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.tool.annotation.ToolParam;
import org.springframework.stereotype.Service;

@Service
public class WeatherTools {

    private static final Map<String, Integer> DEGREES = Map.of("Rome", 28, "Oslo", 12, "Kolkata", 33);

    @Tool(description = "The temperature in a city, in degrees Celsius")
    public String temperature(@ToolParam(description = "For example Rome") String city) {
        Integer degrees = DEGREES.get(city);
        return degrees == null ? "No station in " + city : degrees + " degrees in " + city;
    }
}
