using Mainstay.Storage;

namespace Mainstay.Calendars;

/// <summary>How long the time is for which the owner says how many gatherings they mean to go to.</summary>
public enum AttendingPer { Month = 0, Quarter = 1, Year = 2 }

/// <summary>How often the owner means to go to gatherings, and where they like to go. One row in a space, or none.</summary>
public sealed class AttendingPlan : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int HowMany { get; set; }

    public AttendingPer Per { get; set; }

    /// <summary>Places the owner likes to go to, with commas between: "Lisbon, online".</summary>
    public string? Places { get; set; }

    /// <summary>The owner's day on which they said how often.</summary>
    public DateOnly Since { get; set; }

    /// <summary>Today says nothing of it before this day.</summary>
    public DateOnly? QuietUntil { get; set; }
}
