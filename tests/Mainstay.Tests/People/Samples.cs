using System.Text.Json;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Tests.People;

/// <summary>People with everything that can be said of somebody.</summary>
internal static class Samples
{
    public static readonly PersonDetails Grace = new()
    {
        Name = "Grace Hopper",
        Prefix = "Rear Adm.",
        GivenName = "Grace",
        MiddleNames = "Brewster",
        FamilyName = "Hopper",
        Suffix = "PhD",
        Nickname = "Amazing Grace",
        PhoneticGivenName = "greɪs",
        PhoneticFamilyName = "ˈhɒpər",
        Pronouns = "she/her",
        TimeZone = "America/New_York",
        Notes = "**Charge** for the second seat.",
        HowMet = "She handed out nanoseconds",
        MetOn = "2024-03",
        MetWhere = "a compiler conference",
        MetThroughName = "Howard Aiken",
        Emails = [new("grace@navy.example", "work"), new("grace@example.org")],
        Phones = [new("+1 202 555 0100", "mobile")],
        Links = [new("https://example.org/grace", "home page")],
        Chats = [new("@grace:example.org", "matrix")],
        Addresses = [new("home", "1 Harbor Way", "Arlington", "22201", "USA") { Region = "VA", PoBox = "12", Extended = "Flat 3" }],
        Dates = [new("birthday", null, 12, 9), new("anniversary", 1930, 6, 15), new("commissioned", 1943, 12, null)],
        Labels = ["navy", "Käfer", "日本"],
        Topics = ["compilers"],
        Languages = ["English"],
        Roles = [new("mentor", new DateOnly(2024, 3, 1)), new("advisor", new DateOnly(2024, 3, 1), new DateOnly(2025, 3, 1))],
        Relations = [new("spouse", "Vincent Hopper")],
        Fields = [new("USS Hopper", "Ship")],
        Photo = new("image/png", [0x89, 0x50, 0x4E, 0x47]),
    };

    /// <summary>Two records say the same, in every part and order.</summary>
    public static void Same(PersonDetails expected, PersonDetails actual) =>
        Assert.Equal(JsonSerializer.Serialize(expected, Json.Options), JsonSerializer.Serialize(actual, Json.Options));
}
