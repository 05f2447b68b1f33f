using Mainstay.Words;

namespace Mainstay.Reminders;

/// <summary>How somebody wants to be reminded, as they say it.</summary>
public sealed record ReminderWishes
{
    public const int UsualHour = 7, LongestAddress = 2_000, LongestToken = 500;

    private static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool ByMail { get; init; }

    public int Hour { get; init; } = UsualHour;

    public Weekdays Weekdays { get; init; } = Weekdays.All;

    public string? Webhook { get; init; }

    public string? WebhookToken { get; init; }

    public static ReminderWishes Of(ReminderPlan? plan) => plan is null ? new() : new() { ByMail = plan.ByMail, Hour = plan.Hour, Weekdays = plan.Weekdays, Webhook = plan.Webhook, WebhookToken = plan.WebhookToken };

    public Problems Check() => new Problems()
        .When(Hour is < 0 or > 23, "hour", "Reminders.OddHour")
        .When((Weekdays & ~Weekdays.All) != 0, "weekdays", "Reminders.OddDays")
        .When(Webhook?.Length > LongestAddress, "webhook", "Reminders.TooLong", LongestAddress)
        .When(WebhookToken?.Length > LongestToken, "webhookToken", "Reminders.TooLong", LongestToken)
        .When(WebhookToken?.Any(c => char.IsControl(c) || c > '~') == true, "webhookToken", "Reminders.OddToken")
        .When(WebhookToken is not null && Webhook is null, "webhook", "Reminders.TokenWithoutAddress");

    public static bool Has(Weekdays days, DayOfWeek day) => days.HasFlag((Weekdays)(1 << Array.IndexOf(Week, day)));

    /// <summary>Monday first.</summary>
    public static IEnumerable<DayOfWeek> Of(Weekdays days) => Week.Where(d => Has(days, d));

    public static Weekdays Of(IEnumerable<DayOfWeek> days) => days.Aggregate(Weekdays.None, (all, d) => all | (Weekdays)(1 << Array.IndexOf(Week, d)));
}
