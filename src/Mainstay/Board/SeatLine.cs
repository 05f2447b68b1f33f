using Mainstay.Exchange;
using Mainstay.People;

namespace Mainstay.Board;

/// <summary>How a seat stands on a day.</summary>
public enum SeatState
{
    /// <summary>Nobody sits there.</summary>
    Empty,

    /// <summary>Somebody is asked, and has not answered.</summary>
    Asked,

    /// <summary>Who was asked cannot, or did not answer.</summary>
    Declined,

    /// <summary>Somebody sits there.</summary>
    Taken,

    /// <summary>What was agreed has run out.</summary>
    Over,
}

/// <summary>A seat, who it is about, and how the ask for it went.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Name">Who sits there or is asked; null when nobody is, or when they lie in the trash.</param>
/// <param name="Ask">The ask by which they were asked, as long as it is kept.</param>
/// <param name="LastTalkOn">When the owner last talked with them, face to face or by voice: messages and mails are no talk.</param>
public sealed record SeatLine(Seat Seat, string? Name, Ask? Ask, DateOnly? LastTalkOn)
{
    /// <summary>Before so many days to the end, or after a talk was due, it is worth a word.</summary>
    public const int DaysAhead = 30;

    public PersonLine? Person => Name is { } name && Seat.PersonId is { } id ? new(id, name) : null;

    /// <summary>Since when they sit there: since the day they said yes, when they were asked.</summary>
    public DateOnly? Since => Seat.Since ?? (Ask?.State == AskState.Yes ? Ask.AnsweredOn : null);

    public SeatState StateOn(DateOnly today) => this switch
    {
        { Person: null } => SeatState.Empty,
        { HaveSaidNo: true } => SeatState.Declined,
        { Since: not null } => Seat.Until < today ? SeatState.Over : SeatState.Taken,
        { Ask: null or { State: AskState.Withdrawn } } => SeatState.Empty,
        _ => Ask.IsOpen(today) ? SeatState.Asked : SeatState.Declined,
    };

    /// <summary>Who sits there on a day, be it beyond what was agreed; neither who is only asked nor who cannot.</summary>
    public PersonLine? SittingOn(DateOnly today) => StateOn(today) is SeatState.Taken or SeatState.Over ? Person : null;

    /// <summary>Who sits there on a day or is asked to.</summary>
    public PersonLine? MeantOn(DateOnly today) => StateOn(today) == SeatState.Asked ? Person : SittingOn(today);

    /// <summary>They could not, even if the owner had seated them before they answered.</summary>
    private bool HaveSaidNo => Ask?.State is AskState.No or AskState.NotNow;

    /// <summary>When they would talk again, as often as they mean to in a year; null when nothing is said of it.</summary>
    public DateOnly? NextTalkOn => Seat.TimesAYear is { } times && Since is { } since ? (LastTalkOn > since ? LastTalkOn.Value : since).AddDays(365 / times) : null;

    /// <summary>Whether the time that was agreed ends soon, or has.</summary>
    public bool IsEnding(DateOnly today) => StateOn(today) is SeatState.Taken or SeatState.Over && Seat.Until <= today.AddDays(DaysAhead);

    /// <summary>Whether a talk is due that was meant to be.</summary>
    public bool IsTalkDue(DateOnly today) => StateOn(today) == SeatState.Taken && NextTalkOn <= today;
}
