using System.ComponentModel;
using System.Text.Json;
using Mainstay.Words;

namespace Mainstay.Mail;

/// <summary>A letter, as programs are told of it: not what stands in it.</summary>
public sealed record LetterAnswer(
    Guid Id,
    [property: Description("Why it is sent, in a few words.")] string Cause,
    [property: Description("`mail`, or `web` for an address that is told.")] string Way,
    string To,
    string Subject,
    [property: Description("`waiting`, `claimed` (being sent), `sent`, `failed`, `perhapsSent`, `held` or `cameBack`.")] string State,
    [property: Description("Why it was not sent so far, in words.")] string? Why,
    int Attempts,
    DateTime CreatedAt,
    [property: Description("Since when it is in this state.")] DateTime Since,
    [property: Description("When it is sent or tried next; null when nothing happens by itself any more.")] DateTime? NextAt,
    string? MessageId)
{
    public static LetterAnswer Of(Letter letter) => new(
        letter.Id, Speech.Say(letter.Cause), Name(letter.Way), letter.To, letter.Subject, Name(letter.State), letter.WhyNot()?.InWords(), letter.Attempts, letter.CreatedAt, letter.Since,
        letter.State == LetterState.Waiting ? letter.NextAt : null, letter.MessageId);

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
