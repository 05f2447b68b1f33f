using Mainstay.Words;

namespace Mainstay.Calendars;

/// <summary>How often the owner means to go to gatherings, as they say it.</summary>
/// <param name="HowMany">So many gatherings.</param>
/// <param name="Per">In each month, quarter or year.</param>
public sealed record NewAttending(int HowMany, AttendingPer Per)
{
    public const int Most = 100, MostPlaces = 500;

    public string? Places { get; init; }

    public DateOnly? QuietUntil { get; init; }

    public Problems Check() => new Problems()
        .When(HowMany is < 1 or > Most, "howMany", "Calendars.OddHowMany", Most)
        .When(!Enum.IsDefined(Per), "per", "Calendars.NotAPeriod")
        .When(Places?.Length > MostPlaces, "places", "Calendars.TooLong", MostPlaces);

    /// <summary>A rhythm as it would be said now.</summary>
    public static NewAttending Of(AttendingPlan plan) => new(plan.HowMany, plan.Per) { Places = plan.Places, QuietUntil = plan.QuietUntil };
}
