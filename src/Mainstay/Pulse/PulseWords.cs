using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Pulse;

/// <summary>How the pulse is spoken of.</summary>
internal static class PulseWords
{
    public static Reason Part(PulsePart part) => new($"Pulse.{part}");

    public static Reason Every(PulseEvery every) => new($"Pulse.Every{every}");

    public static string Weekday(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day);

    /// <summary>How often it asks, and when next.</summary>
    public static Reason Plan(PulsePlan? plan, DateOnly today) => plan switch
    {
        null or { Every: PulseEvery.Never } => new("Pulse.NeverAsks"),
        _ when plan.IsPaused(today) => new("Pulse.Pauses", plan.QuietUntil),
        _ => new("Pulse.Asks", Every(plan.Every), plan.NextAfter(today)),
    };

    /// <summary>"confidence 7 · energy – · feeling supported 8".</summary>
    public static string Values(DayPulse pulse) =>
        string.Join(" · ", Enum.GetValues<PulsePart>().Select(p => Speech.Say("Pulse.PartValue", Part(p), pulse.Of(p)?.ToString(CultureInfo.CurrentCulture) ?? "–")));
}
