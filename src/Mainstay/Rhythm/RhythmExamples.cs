using Mainstay.People;

namespace Mainstay.Rhythm;

/// <summary>Samples of what programs are told.</summary>
internal static class RhythmExamples
{
    public static readonly PersonLine Grace = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a01"), "Grace Hopper");

    public static readonly TieAnswer Tie = new()
    {
        Person = Grace, Layer = "close", Cadence = 30, Closeness = 4, Importance = "core", Trust = HowMuch.Much, Verdict = "stillOn", LastTouch = new(2026, 4, 1), Due = new(2026, 5, 1), Status = "due", Overdue = 1, Stretch = 1,
        Rhythm = 28.4, Strength = 0.66, Reciprocity = 0.9, ContactDays = 12, Aliveness = 0.87, State = "active", ContactWithin30Days = 0.75,
        Reasons = ["You last spoke 4 weeks ago; you meant monthly."],
    };

    public static readonly TaskAnswer Task = new(Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a08"), "Send the deck", new(2026, 5, 8), Grace, false, null);
}
