using System.ComponentModel;
using System.Text.Json;

namespace Mainstay.Reminders;

/// <summary>How the owner is reminded, as programs are told of it.</summary>
public sealed record ReminderAnswer(
    [property: Description("The day's cards come by mail.")] bool ByMail,
    [property: Description("The hour of your clock, 0 to 23.")] int Hour,
    [property: Description("`monday` to `sunday`.")] IReadOnlyList<string> Weekdays,
    [property: Description("An address of the web that is told too, as ntfy takes it.")] string? Webhook,
    [property: Description("Something is shown to that address; what, is not told again.")] bool HasWebhookToken,
    [property: Description("Calendars can subscribe to your days by a secret address.")] bool HasCalendar,
    [property: Description("When the next reminder comes; null when none does.")] DateTime? NextAt,
    [property: Description("The day for which you were reminded last.")] DateOnly? LastOn)
{
    [Description("Where the links of reminders lead when only the machine of the server can open them, so that `MAINSTAY_ADDRESS` should say where it is reached; null otherwise.")]
    public string? OnlyHereAt { get; init; }

    public static ReminderAnswer Of(ReminderPlan? plan, bool hasCalendar, DateTime? next)
    {
        var wishes = ReminderWishes.Of(plan);
        return new(wishes.ByMail, wishes.Hour, [.. ReminderWishes.Of(wishes.Weekdays).Select(Name)], wishes.Webhook, wishes.WebhookToken is not null, hasCalendar, next, plan?.LastOn);
    }

    internal static string Name(DayOfWeek day) => JsonNamingPolicy.CamelCase.ConvertName(day.ToString());

    internal static DayOfWeek? Day(string name) => Enum.TryParse<DayOfWeek>(name, true, out var day) && name.All(char.IsAsciiLetter) ? day : null;
}

/// <summary>What programs send: how to be reminded.</summary>
public sealed record ReminderFields
{
    public bool ByMail { get; init; }

    [Description("The hour of your clock, 0 to 23.")]
    public int Hour { get; init; } = ReminderWishes.UsualHour;

    [Description("`monday` to `sunday`.")]
    public IReadOnlyList<string> Weekdays { get; init; } = [];

    [Description("An address of the web that is told too.")]
    public string? Webhook { get; init; }

    [Description("What is shown to it as a bearer token; when it is not named, it stays.")]
    public string? WebhookToken { get; init; }

    public static ReminderFields Of(ReminderPlan? plan)
    {
        var wishes = ReminderWishes.Of(plan);
        return new() { ByMail = wishes.ByMail, Hour = wishes.Hour, Weekdays = [.. ReminderWishes.Of(wishes.Weekdays).Select(ReminderAnswer.Name)], Webhook = wishes.Webhook, WebhookToken = wishes.WebhookToken };
    }

    public ReminderWishes ToWishes() => new()
    {
        ByMail = ByMail, Hour = Hour, Webhook = Webhook, WebhookToken = WebhookToken,
        // A word that is no day becomes one that no week has, and is refused with the others.
        Weekdays = ReminderWishes.Of(Weekdays.Select(ReminderAnswer.Day).OfType<DayOfWeek>().Distinct()) | (Weekdays.All(d => ReminderAnswer.Day(d) is not null) ? Reminders.Weekdays.None : (Weekdays)(1 << 7)),
    };
}

/// <summary>An address for calendars, told once.</summary>
public sealed record FeedAnswer([property: Description("Whoever knows it reads your days. It is not told again.")] string Address);
