using System.ComponentModel;
using Mainstay.Words;

namespace Mainstay.CircleSessions;

/// <summary>A session in a circle, as programs are told of it.</summary>
public sealed record SessionAnswer(Guid Id, SessionKind Kind, string Title, SessionState State, DateTime StartsAt)
{
    [Description("Of a ring by writing, for how many days it is open; null when people meet.")]
    public int? Days { get; init; }

    public int Minutes { get; init; }

    [Description("How many places are taken.")]
    public int Taken { get; init; }

    [Description("How many there are.")]
    public int Places { get; init; }

    [Description("Your role; null when you are not in it.")]
    public SessionRole? Role { get; init; }

    [Description("Its kind, time and state, in words.")]
    public string Sentence { get; init; } = "";

    public static SessionAnswer Of(SessionStand stand, TimeZoneInfo zone, DateOnly today) => new(stand.Session.Id, stand.Session.Kind, SessionWords.Title(stand.Session).InWords(), stand.State, stand.Session.StartsAt)
    {
        Days = stand.Session.Days,
        Minutes = stand.Session.Minutes,
        Taken = stand.Seats.Count,
        Places = SessionScript.People(stand.Session.Kind).Most,
        Role = stand.Mine?.Role,
        Sentence = string.Join(" · ", SessionWords.Line(stand, zone, today).Select(r => r.InWords())),
    };
}

/// <summary>Somebody in a session. Of whom you keep apart from, or who keeps apart from you, there is no name.</summary>
public sealed record SessionMemberAnswer(Guid? Id, string? Name, SessionRole Role);

/// <summary>Something written in a session.</summary>
public sealed record SessionEntryAnswer(Guid Id, EntryKind Kind, string? Author, string Text)
{
    [Description("Of a lead, the request it is for.")]
    public Guid? About { get; init; }

    public DateOnly? Due { get; init; }

    [Description("Who asks about an action.")]
    public string? Witness { get; init; }

    [Description("What became of it: `opened`, `helped`, `solved`, `thanked`.")]
    public IReadOnlyList<string> Became { get; init; } = [];

    public bool IsMine { get; init; }
}

/// <summary>A session with what you may see of it.</summary>
public sealed record SessionDetailsAnswer(SessionAnswer Session)
{
    [Description("The place of the part it is in, from 0: what `next` names.")]
    public int Part { get; init; }

    [Description("What it is at.")]
    public SessionStep Step { get; init; }

    [Description("When that part ends, in UTC; null while it does not run, or the clock stands still.")]
    public DateTime? Until { get; init; }

    public bool IsPaused { get; init; }

    [Description("Whose turn it is: what `turn` names; null when nobody's. Of whom you keep apart from, or who keeps apart from you, it does not say who they are.")]
    public Guid? Turn { get; init; }

    [Description("What is asked of you now, in words; null while it does not run.")]
    public string? Asked { get; init; }

    public IReadOnlyList<SessionMemberAnswer> Members { get; init; } = [];

    public IReadOnlyList<SessionEntryAnswer> Entries { get; init; } = [];

    [Description("Of a ring, what came of it; null elsewhere.")]
    public RingReport? Report { get; init; }

    public static SessionDetailsAnswer Of(SessionView view, TimeZoneInfo zone, DateOnly today)
    {
        var (stand, runs) = (view.Stand, view.Stand.State == SessionState.Running);
        return new(SessionAnswer.Of(stand, zone, today))
        {
            Part = stand.Session.Phase,
            Step = stand.Phase.Step,
            Until = runs && !stand.IsPaused && stand.Session.Days is null ? stand.EndsPhaseAt : null,
            IsPaused = stand.IsPaused,
            Turn = view.TurnSeen,
            Asked = runs && stand.IsIn ? SessionWords.Asked(stand).InWords() : null,
            Members = [.. stand.Seats.Select(s => view.NameOf(s.MemberId) is { Length: > 0 } name ? new SessionMemberAnswer(s.MemberId, name, s.Role) : new(null, null, s.Role))],
            Entries = [.. view.Entries.Select(e => new SessionEntryAnswer(e.Id, e.Kind, Named(view, e.AuthorId), e.Text)
            {
                About = e.AboutId, Due = e.DueOn, Witness = Named(view, e.WitnessId), IsMine = e.AuthorId == stand.Me,
                Became = [.. new[] { Became.Opened, Became.Helped, Became.Solved, Became.Thanked }.Where(b => e.Became.HasFlag(b)).Select(b => b.ToString().ToLowerInvariant())],
            })],
            Report = stand.Session.Kind == SessionKind.Ring && stand.IsIn ? RingReport.Of(view.Entries.ToList()) : null,
        };
    }

    private static string? Named(SessionView view, Guid? member) => Texts.Filled(view.NameOf(member));
}

/// <summary>A session, as programs plan it.</summary>
public sealed record SessionFields
{
    public required SessionKind Kind { get; init; }

    [Description("What it is called; not of peer support.")]
    public string? Title { get; init; }

    [Description("When it begins; at once when not said.")]
    public DateTimeOffset? StartsAt { get; init; }

    [Description("A ring 60 to 120, peer support 30 to 45; a hot seat takes 90.")]
    public int? Minutes { get; init; }

    [Description("A ring by writing, open for a week.")]
    public bool IsWritten { get; init; }

    [Description("What you look for in peer support.")]
    public SupportWish? Wish { get; init; }

    [Description("What is not to be talked about in peer support.")]
    public string? OffLimits { get; init; }

    [Description("The member whom you ask for peer support.")]
    public Guid? HelperId { get; init; }

    public NewSession ToNew() => new() { Kind = Kind, Title = Title, StartsAt = StartsAt?.UtcDateTime, Minutes = Minutes, IsWritten = IsWritten, Wish = Wish, OffLimits = OffLimits, HelperId = HelperId };
}

/// <summary>Something that is written in a session.</summary>
public sealed record SessionEntryFields
{
    public required EntryKind Kind { get; init; }

    public required string Text { get; init; }

    [Description("Of a lead, the request it is for.")]
    public Guid? About { get; init; }

    [Description("Of an action, by when.")]
    public DateOnly? Due { get; init; }

    [Description("Of an action, the member who will ask about it.")]
    public Guid? Witness { get; init; }

    public NewEntry ToNew() => new() { Kind = Kind, Text = Text, AboutId = About, DueOn = Due, WitnessId = Witness };
}

/// <summary>In which role one comes.</summary>
public sealed record SessionJoinFields([property: Description("`member` when not said; `presenter` of a hot seat, or `timekeeper`.")] SessionRole? Role = null);

/// <summary>Who takes which role.</summary>
public sealed record SessionRoleFields([property: Description("The member; yourself when not said.")] Guid? Member, SessionRole Role);

/// <summary>How it begins.</summary>
public sealed record SessionBeginFields([property: Description("Also with fewer people than it is meant for.")] bool WithFewer = false);

/// <summary>What was seen when it was moved on: who saw something else changes nothing.</summary>
public sealed record SessionNextFields([property: Description("The `part` it was in.")] int Part);

/// <summary>Whose turn was seen: who saw another's changes nothing.</summary>
public sealed record SessionTurnFields([property: Description("The `turn` as it was.")] Guid Turn);

/// <summary>Whether the clock stands still.</summary>
public sealed record SessionPauseFields([property: Description("False lets it go on.")] bool Pause = true);

/// <summary>What became of a request or an action.</summary>
public sealed record SessionBecameFields([property: Description("`nothing` says that you were asked, and nothing yet.")] Became What, [property: Description("False takes it back.")] bool IsSo = true);

/// <summary>Who else is asked for peer support.</summary>
public sealed record SessionAskFields(Guid Helper);
