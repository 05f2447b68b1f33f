namespace Mainstay.Intake;

/// <summary>Who takes part in the messages, under which name, and which of them is the owner.</summary>
internal sealed record LinkedInVoices(string? Me, IReadOnlyDictionary<string, string> Names, int Messages)
{
    public static LinkedInVoices Of(IEnumerable<LinkedInMessages.Message> messages, ReadingContext context)
    {
        var (names, count) = (new Dictionary<string, string>(), 0);
        var (conversations, drafters) = (new Dictionary<string, HashSet<string>>(), new HashSet<string>());
        foreach (var message in messages)
        {
            var conversation = message.Conversation ?? $"row {message.Row}";
            foreach (var profile in (string[])[.. message.Recipients, .. message.Sender is { } s ? [s] : Array.Empty<string>()])
                (conversations.TryGetValue(profile, out var known) ? known : conversations[profile] = []).Add(conversation);
            if (message is { Sender: { } sender, From: { } from }) names.TryAdd(sender, from);
            if (message is { Recipients: [var only], To: { } to }) names.TryAdd(only, to);
            if (message is { IsDraft: true, Sender: { } drafter }) drafters.Add(drafter);
            count++;
        }
        return new(Owner(conversations, drafters, context), names, count);
    }

    /// <summary>The one whose drafts these are, whose invitations say so, or who takes part in all there is and is nobody known.</summary>
    private static string? Owner(Dictionary<string, HashSet<string>> conversations, HashSet<string> drafters, ReadingContext context)
    {
        if (drafters.Count == 1) return drafters.Single();
        if (conversations.Keys.Where(context.OwnProfiles.Contains).ToList() is [var own]) return own;
        var all = conversations.Values.SelectMany(c => c).Distinct().Count();
        var most = conversations.Where(c => !context.IsSomebodyElse(c.Key)).OrderByDescending(c => c.Value.Count).Take(2).ToList();
        if (most.Count == 0 || most[0].Value.Count < 0.9 * all) return null;
        return most.Count == 1 || most[1].Value.Count < most[0].Value.Count ? most[0].Key : null;
    }
}
