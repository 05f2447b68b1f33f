using System.Net.Mail;
using Mainstay.Words;

namespace Mainstay.Mail;

/// <summary>Something to be sent. Names and subjects are one line, whatever somebody wrote into them.</summary>
public sealed record NewLetter
{
    /// <summary>Its id, when the door has one: posted twice with the same, it is sent once.</summary>
    public Guid? Id { get; init; }

    /// <summary>Why: the key of a few words, such as "Reminders.CauseDigest".</summary>
    public required string Cause { get; init; }

    public Guid? SubjectId { get; init; }

    public LetterWay Way { get; init; }

    public required string To { get; init; }

    public string? ToName { get; init; }

    public string? FromName { get; init; }

    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    public required string Text { get; init; }

    public string? Html { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Not before this moment; at once when null.</summary>
    public DateTime? NotBefore { get; init; }

    public DateTime? GoodUntil { get; init; }

    public Problems Check() => new Problems()
        .When(Way == LetterWay.Mail && !IsAddress(To), "to", "Mail.NotAnAddress", OneLine(To))
        .When(ReplyTo is not null && !IsAddress(ReplyTo), "replyTo", "Mail.NotAnAddress", OneLine(ReplyTo))
        .When(OneLine(Subject) is null, "subject", "Mail.SubjectMissing")
        .When(Subject.Length > Letter.LongestSubject, "subject", "Mail.TooLong", Letter.LongestSubject)
        .When(string.IsNullOrWhiteSpace(Text), "text", "Mail.TextMissing")
        .When(Text.Length > Letter.LongestText || Html?.Length > Letter.LongestText, "text", "Mail.TooLong", Letter.LongestText);

    internal Letter Written(DateTime now)
    {
        var headers = string.Join('\n', Headers.Select(h => $"{h.Name}: {OneLine(h.Value)}"));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(headers.Length, Letter.LongestHeaders);
        return new()
        {
            Id = Id ?? Guid.CreateVersion7(), Cause = Cause, SubjectId = SubjectId, Way = Way, To = To.Trim(), ToName = Name(ToName), FromName = Name(FromName), ReplyTo = ReplyTo?.Trim(),
            Subject = OneLine(Subject)!, Text = Text, Html = Html, Headers = headers.Length > 0 ? headers : null, CreatedAt = now, GoodUntil = GoodUntil, NextAt = NotBefore ?? now, Since = now,
        };
    }

    /// <summary>A plain mail address, and no second line in it that would be read as a header.</summary>
    public static bool IsAddress(string? text) =>
        text?.Trim() is { Length: > 2 and <= 254 } address && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"') && MailAddress.TryCreate(address, out _);

    /// <summary>What somebody wrote, on one line; null when nothing is left.</summary>
    internal static string? OneLine(string? text)
    {
        if (text is null) return null;
        var line = string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
        return string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } filled ? filled : null;
    }

    internal static string? Name(string? text) => OneLine(text) is { } name ? name.Length <= Letter.LongestName ? name : name[..Letter.LongestName] : null;
}
