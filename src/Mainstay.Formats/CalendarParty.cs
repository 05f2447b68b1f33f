namespace Mainstay.Formats;

/// <summary>Whether somebody comes (PARTSTAT, RFC 5545 §3.2.12).</summary>
public enum CalendarAnswer
{
    /// <summary>Asked, and has not answered; also what a missing or unknown PARTSTAT means.</summary>
    Open,
    Accepted,
    Declined,
    Tentative,

    /// <summary>Passed on to somebody else.</summary>
    Delegated,
}

/// <summary>An ORGANIZER or an ATTENDEE (RFC 5545 §3.8.4.1, §3.8.4.3).</summary>
/// <param name="Name">The CN; null without.</param>
/// <param name="Mail">The address without <c>mailto:</c>; null when the calendar address is no mail address.</param>
/// <param name="Answer">What they answered; <see cref="CalendarAnswer.Open"/> for an organizer.</param>
public sealed record CalendarParty(string? Name, string? Mail, CalendarAnswer Answer = CalendarAnswer.Open);
