using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary>Collaborations by their name and all that was written of them. Their organizations are found by name already.</summary>
internal sealed class FoundCollaborationsSource : ISearchResults
{
    public string Kind => "collaboration";

    public async Task<SearchPart> Find(Store store, SearchWish wish, DateOnly today, CancellationToken stop)
    {
        var words = Written.Words(wish.Text);
        if (words.Length == 0) return new([], 0);
        var found = (await store.AllCollaborations(stop)).Where(l => Written.Answers(Texts(l).Prepend(l.It.Name), words)).ToList();
        return new([.. found.Skip(wish.Skip).Take(wish.Take).Select(l => new SearchResult(Kind, l.It.Id, l.It.Name, $"{l.Organization} · {CollaborationWords.State(l.It).InWords()}", CollaborationWords.Href(l.It.Id), Written.Piece(Texts(l), words[0])))], found.Count);
    }

    private static IEnumerable<string> Texts(CollaborationLine line) =>
        new[] { line.It.SharedGoal, line.It.WhatIGive, line.It.WhatTheyGive, line.It.NextStep, line.It.DoneStep, line.It.Note, line.It.Outcome }.Concat(line.People.Select(p => p.Role)).OfType<string>();
}
