using Mainstay.Storage;

namespace Mainstay.Reminders;

/// <summary>How the owner wants to be reminded: when, and by which ways. One to a space; without it nothing is sent.</summary>
public sealed class ReminderPlan : IOwned
{
    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The day's cards come by mail, to the address of the account.</summary>
    public bool ByMail { get; set; }

    /// <summary>The hour of the owner's clock, 0 to 23.</summary>
    public int Hour { get; set; } = ReminderWishes.UsualHour;

    /// <summary>On which days of the week.</summary>
    public Weekdays Weekdays { get; set; } = Weekdays.All;

    /// <summary>An address of the web that is told too; null for none.</summary>
    public string? Webhook { get; set; }

    /// <summary>What is shown to it; a secret.</summary>
    public string? WebhookToken { get; set; }

    /// <summary>The owner's day for which they were reminded last.</summary>
    public DateOnly? LastOn { get; set; }

    /// <summary>When that was, by the clock of then.</summary>
    public DateTime? LastAt { get; set; }

    public bool IsOn => (ByMail || Webhook is not null) && Weekdays != Weekdays.None;
}

/// <summary>Days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0, Monday = 1, Tuesday = 2, Wednesday = 4, Thursday = 8, Friday = 16, Saturday = 32, Sunday = 64,
    All = Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday,
}
