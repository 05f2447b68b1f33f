using Mainstay.Storage;

namespace Mainstay.Mail;

/// <summary>Something on its way to somebody: written with the change that caused it, then claimed, sent and marked. It stays in the log for a season.</summary>
public sealed class Letter : IOwned
{
    public const int LongestName = 200, LongestSubject = 300, LongestText = 200_000, LongestHeaders = 4_000;

    /// <summary>Why it was kept back for good: what it was about is over.</summary>
    public const string CalledOff = "Mail.WhyCalledOff";

    /// <summary>Why it is not sent from here: it waited when the archive was written that it came from, and was sent from there.</summary>
    public const string FromArchive = "Mail.WhyFromArchive";

    /// <summary>So long it is kept when nothing more becomes of it.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Why it is sent: the key of a few words.</summary>
    public required string Cause { get; init; }

    /// <summary>What caused it: a draft, a person.</summary>
    public Guid? SubjectId { get; init; }

    public LetterWay Way { get; init; }

    /// <summary>A mail address, or the address of the web that is told.</summary>
    public required string To { get; init; }

    public string? ToName { get; init; }

    /// <summary>In whose name; the program's own when null.</summary>
    public string? FromName { get; init; }

    /// <summary>Where an answer goes, if not to where it came from.</summary>
    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it says; nothing any more once it was sent.</summary>
    public required string Text { get; init; }

    public string? Html { get; init; }

    /// <summary>More headers, one to a line.</summary>
    public string? Headers { get; init; }

    /// <summary>The same however often it is sent, so that a second one can be known for what it is.</summary>
    public string? MessageId { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>After this it is worth nothing any more, and not sent by itself.</summary>
    public DateTime? GoodUntil { get; init; }

    /// <summary>A person sent it again, whatever time it is.</summary>
    public bool ByHand { get; set; }

    public LetterState State { get; set; }

    /// <summary>When it may be sent, or tried again.</summary>
    public DateTime NextAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Who has it in hand, and since when.</summary>
    public Guid? Claim { get; set; }

    public DateTime? ClaimedAt { get; set; }

    /// <summary>Since when it is in this state.</summary>
    public DateTime Since { get; set; }

    /// <summary>The key of why it was not sent so far.</summary>
    public string? Failure { get; set; }

    /// <summary>What the other side said about it.</summary>
    public string? Answer { get; set; }

    /// <summary>It left as a mail, so it may have come back since.</summary>
    public bool MayHaveComeBack => Way == LetterWay.Mail && State is (LetterState.Sent or LetterState.PerhapsSent);

    /// <summary>Nobody does anything about it by itself any more, and it may not have come through.</summary>
    public bool MayBeSentAgain => State is (LetterState.Failed or LetterState.PerhapsSent or LetterState.Held) && Failure != CalledOff && !LacksItsLinks;

    /// <summary>It reached nobody, as far as is known: it was refused, kept back or came back. What was called off was to reach nobody, and what waited when an archive was written may have been sent from there.</summary>
    public bool ReachedNobody => State is (LetterState.Failed or LetterState.CameBack) || (State == LetterState.Held && Failure is not (CalledOff or FromArchive));

    /// <summary>It came out of an archive, which holds nothing that opens something: whoever got it could do nothing with it.</summary>
    public bool LacksItsLinks => (Way == LetterWay.Web && To.EndsWith(Accounts.Secrets.Hidden, StringComparison.Ordinal)) || Accounts.Secrets.AreHidden(Text);
}

/// <summary>How it gets there.</summary>
public enum LetterWay { Mail = 0, Web = 1 }

/// <summary>What has become of it.</summary>
public enum LetterState
{
    Waiting = 0,

    /// <summary>Somebody is sending it at this moment.</summary>
    Claimed = 1,
    Sent = 2,

    /// <summary>It was refused for good, or tried too often.</summary>
    Failed = 3,

    /// <summary>It was on its way when the connection or the program ended: it may have arrived. Only a person sends it again.</summary>
    PerhapsSent = 4,

    /// <summary>It was kept back: its time had passed, or there is nothing to send it with.</summary>
    Held = 5,

    /// <summary>It was sent, and came back later: the owner says so.</summary>
    CameBack = 6,
}
