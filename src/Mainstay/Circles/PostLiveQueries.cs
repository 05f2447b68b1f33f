using System.Security.Cryptography;
using System.Text;
using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>Which version of a page somebody sees. It is made of what that page shows them, so it is another whenever that is, and tells of nothing that they do not see.</summary>
internal static class PostLiveQueries
{
    /// <summary>What is signalled when the list of what is asked and offered may be another.</summary>
    public const string List = "posts";

    private const int LettersOfHash = 16;

    /// <summary>What is signalled when a post is another, or was answered.</summary>
    public static string Thread(Guid post) => "post-" + post;

    /// <summary>The version of a list.</summary>
    public static string VersionOf(IEnumerable<PostLine> lines) => Hash(lines.Select(l => $"{l.Post.Id} {l.Post.Title} {l.Post.State} {l.Post.Until:yyyyMMdd} {l.Author} {l.Replies} {l.Claims}"));

    /// <summary>How a post and what was answered to it stand for somebody; null when they may not see it.</summary>
    public static async Task<string?> PostVersion(this Store store, Guid account, Guid id, CancellationToken stop)
    {
        if (await store.FindSeat(account, stop) is not { } seat) return null;
        var seen = store.SeenBy(seat, await store.Unseen(seat, stop), hidden: true).Where(p => p.Id == id);
        if ((await store.Lined(seat, seen, stop)).SingleOrDefault() is not { Post: { } post } line) return null;
        return Hash([VersionOf([line]), $"{post.Text}\n{post.Link}\n{post.Topics}", .. (await store.RepliesTo(seat, id, stop)).Select(r => $"{r.Reply.Id} {r.Author} {r.Reply.IsHidden}")]);
    }

    private static string Hash(IEnumerable<string> shown) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', shown))))[..LettersOfHash];
}
