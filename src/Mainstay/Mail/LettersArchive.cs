using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mainstay.Accounts;
using Mainstay.Archive;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Mail;

internal sealed record ArchivedLetter
{
    public required Guid Id { get; init; }

    /// <summary>Why it was sent: the key of a few words.</summary>
    public required string Cause { get; init; }

    /// <summary>What caused it: a draft, a person. It may be gone.</summary>
    public Guid? About { get; init; }

    public LetterWay Way { get; init; }

    /// <summary>A mail address; of an address of the web only the server, for whoever knows the rest can write there.</summary>
    public required string To { get; init; }

    public string? ToName { get; init; }

    public string? FromName { get; init; }

    public string? ReplyTo { get; init; }

    public required string Subject { get; init; }

    /// <summary>What it says, as long as that is kept, without what opens something.</summary>
    public string Text { get; init; } = "";

    public string? MessageId { get; init; }

    public LetterState State { get; init; }

    /// <summary>Since when it is in this state: when it was sent, if it was.</summary>
    public required DateTime Since { get; init; }

    public int Attempts { get; init; }

    /// <summary>The key of why it was not sent.</summary>
    public string? Failure { get; init; }

    /// <summary>What the other side said about it.</summary>
    public string? Answer { get; init; }

    public required DateTime CreatedAt { get; init; }
}

/// <summary>What was sent to others, in an archive: whom, what, and what became of it. Nothing in it opens anything, and nothing is sent from where it is read back.</summary>
internal sealed partial class LettersArchive() : ArchiveSection<ArchivedLetter>("letters")
{
    private const int LongestAddress = 2_000;

    /// <summary>A log never stands in the way of an archive: an invitation or a test may have gone out before.</summary>
    public override Task<bool> IsEmpty(Store store, CancellationToken stop) => Task.FromResult(true);

    protected override async IAsyncEnumerable<ArchivedLetter> Rows(Store store, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var letter in store.Letters.AsNoTracking().OrderBy(l => l.Id).AsAsyncEnumerable().WithCancellation(stop)) yield return Archived(letter);
    }

    protected override void Check(ArchivedLetter letter, ArchiveCheck check)
    {
        check.IsNew("letter", letter.Id);
        check.Holds(letter.Way == LetterWay.Web ? letter.To.Trim().Length is > 0 and <= LongestAddress : NewLetter.IsAddress(letter.To), "Mail.NotAnAddress", letter.To);
        check.Holds(letter.ReplyTo is null || NewLetter.IsAddress(letter.ReplyTo), "Mail.NotAnAddress", letter.ReplyTo);
        check.Holds(NewLetter.OneLine(letter.Subject) is { } subject && subject.Length <= Letter.LongestSubject, "Mail.SubjectMissing");
        check.Holds(letter.Text.Length <= Letter.LongestText, "Mail.TooLong", Letter.LongestText);
    }

    protected override async Task Write(Store store, IReadOnlyList<ArchivedLetter> letters, CancellationToken stop)
    {
        var known = new HashSet<Guid>();
        foreach (var some in letters.Select(l => l.Id).Chunk(Store.MostParameters)) known.UnionWith(await store.Letters.Where(l => some.Contains(l.Id)).Select(l => l.Id).ToListAsync(stop));
        await store.InsertMany(letters.Where(l => !known.Contains(l.Id)).Select(Row), stop);
    }

    private static ArchivedLetter Archived(Letter l) => new()
    {
        Id = l.Id, Cause = l.Cause, About = l.SubjectId, Way = l.Way, To = l.Way == LetterWay.Web ? ServerOf(l.To) : l.To, ToName = l.ToName, FromName = l.FromName, ReplyTo = l.ReplyTo,
        Subject = l.Subject, Text = Secrets.Hide(l.Text), MessageId = l.MessageId, State = l.State, Since = l.Since, Attempts = l.Attempts, Failure = l.Failure, Answer = l.Answer is { } answer ? Secrets.Hide(answer) : null, CreatedAt = l.CreatedAt,
    };

    /// <summary>As it would be written here: what becomes a header is one line. A key that nothing is said by here is let go of, for a log stands in the way of nothing.</summary>
    private static Letter Row(ArchivedLetter l)
    {
        var (state, failure, answer) = Became(l);
        return new()
        {
            Id = l.Id, Cause = CauseKey().IsMatch(l.Cause) && Speech.Knows(l.Cause) ? l.Cause : "Mail.CauseUnknown", SubjectId = l.About, Way = l.Way,
            To = l.To.Trim(), ToName = NewLetter.Name(l.ToName), FromName = NewLetter.Name(l.FromName), ReplyTo = l.ReplyTo?.Trim(), Subject = NewLetter.OneLine(l.Subject)!, Text = l.Text,
            MessageId = l.MessageId is { } message && MessageIdForm().IsMatch(message) ? message : null, State = state, Failure = failure, Answer = answer,
            Since = l.Since, NextAt = l.Since, Attempts = l.Attempts, CreatedAt = l.CreatedAt,
        };
    }

    /// <summary>What waited there is not sent from here as well; of what was being sent nobody knows whether it arrived.</summary>
    private static (LetterState State, string? Failure, string? Answer) Became(ArchivedLetter l) => l.State switch
    {
        LetterState.Waiting => (LetterState.Held, Letter.FromArchive, null),
        LetterState.Claimed => (LetterState.PerhapsSent, "Mail.WhyBeingSent", null),
        _ => (l.State, l.Failure is { } why && FailureKey().IsMatch(why) && Speech.Knows(why) ? why : null, NewLetter.OneLine(l.Answer)),
    };

    private static string ServerOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var at) ? $"{at.Scheme}://{at.Host}/{Secrets.Hidden}" : Secrets.Hidden;

    [GeneratedRegex(@"\A[A-Z][A-Za-z]*\.Cause[A-Z][A-Za-z]*\z")]
    private static partial Regex CauseKey();

    /// <summary>Carriers say why in words of their own, or in those of calls to the outside.</summary>
    [GeneratedRegex(@"\A(?:Mail\.Why|Outside\.)[A-Z][A-Za-z]*\z")]
    private static partial Regex FailureKey();

    [GeneratedRegex(@"\A<[!-;=?-~]{1,250}>\z")]
    private static partial Regex MessageIdForm();
}
