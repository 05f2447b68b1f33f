using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Needs;

/// <summary>Gathers from roles and topics who may meet a need, among those whom the owner has placed near: who is further off is somebody to think of, not somebody to count on.</summary>
internal sealed class SupportHintsQueries : ISupportHints
{
    public async Task<IReadOnlyList<SupportHint>> Hints(Store store, IReadOnlyList<Need> needs, DateOnly today, CancellationToken stop)
    {
        if (needs.Count == 0) return [];
        // By their ids: a join would make the database look at everybody's words to find those of a few.
        var (said, known) = (new List<WordOf>(), new List<WordOf>());
        foreach (var near in (await Near.For(store)(store).ToListAsync(stop)).Chunk(Store.MostParameters))
        {
            said.AddRange(await RolesOf.For(store)(store, near, today).ToListAsync(stop));
            known.AddRange(await TopicsOf.For(store)(store, near).ToListAsync(stop));
        }
        var (roles, topics) = (said.ToLookup(r => r.Person, r => r.Word), known.ToLookup(t => t.Person, t => (t.Word, TopicWords.Of(t.Word))));
        var wanted = needs.Select(n => (Need: n, Words: TopicWords.Of(n.Topic))).ToList();
        return
        [
            .. from person in roles.Select(r => r.Key).Union(topics.Select(t => t.Key))
               let their = (Roles: roles[person].ToList(), Topics: topics[person].ToList())
               from need in wanted
               let likely = LikelySupport.Of(need.Need, need.Words, their.Roles, their.Topics)
               where likely is not null
               select new SupportHint(need.Need.Id, person, likely.Value.Ability, likely.Value.Reason),
        ];
    }

    private sealed record WordOf(Guid Person, string Word);

    private static readonly Question<Func<Store, IAsyncEnumerable<Guid>>> Near = new(() => EF.CompileAsyncQuery((Store store) =>
        store.Set<Tie>().Where(t => (t.Layer == Layer.Core || t.Layer == Layer.Close || t.Layer == Layer.Extended) && t.Verdict != Verdict.Over).Select(t => t.Id)));

    private static readonly Question<Func<Store, Guid[], DateOnly, IAsyncEnumerable<WordOf>>> RolesOf = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids, DateOnly today) =>
        store.Set<Role>().Where(r => ids.Contains(r.PersonId) && (r.Until == null || r.Until > today)).OrderBy(r => r.Position).Select(r => new WordOf(r.PersonId, r.Name))));

    private static readonly Question<Func<Store, Guid[], IAsyncEnumerable<WordOf>>> TopicsOf = new(() => EF.CompileAsyncQuery((Store store, Guid[] ids) =>
        store.Set<Tag>().Where(t => ids.Contains(t.PersonId) && t.Kind == TagKind.Topic).OrderBy(t => t.Position).Select(t => new WordOf(t.PersonId, t.Name))));
}
