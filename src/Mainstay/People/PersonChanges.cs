using Mainstay.Words;

namespace Mainstay.People;

/// <summary>Lists of a record after something was added and taken away.</summary>
public static class PersonChanges
{
    /// <summary>What was there, without what is taken away; an addition takes the place of what it equals, else the end.</summary>
    /// <param name="now">What is there.</param>
    /// <param name="add">What is added, in order.</param>
    /// <param name="remove">What is taken away; it must be there.</param>
    /// <param name="key">What makes two of them the same.</param>
    /// <param name="read">How what is typed for removal becomes a key; folded when not given.</param>
    public static List<T> Merge<T>(IReadOnlyList<T> now, IEnumerable<T> add, IEnumerable<string> remove, Func<T, string> key, Func<string, string>? read = null)
    {
        var list = new List<T>(now);
        foreach (var gone in remove)
        {
            var wanted = (read ?? PersonNames.Key)(gone);
            if (list.RemoveAll(i => key(i) == wanted) == 0) throw new NotFound("People.NotOnRecord", gone);
        }
        foreach (var item in add)
        {
            var place = list.FindIndex(i => key(i) == key(item));
            if (place < 0) list.Add(item);
            else list[place] = item;
        }
        return list;
    }
}
