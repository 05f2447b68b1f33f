using System.Collections.Concurrent;
using Mainstay.Storage;

namespace Mainstay.Accounts;

/// <summary>Its owner's alone: a whole room, an address, or what hangs on a page of another room. To who was let into a network it is as if it were not there.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnersOnlyAttribute : Attribute;

/// <summary>What rooms hang on the pages of others, for who looks.</summary>
public static class Hooks
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    /// <summary>Those that whoever this store is for may see: all of them for who owns the space.</summary>
    public static IEnumerable<T> SeenBy<T>(this IEnumerable<T> hooks, Store store) where T : class => store.ShowsPrivate ? hooks : hooks.Where(h => !IsOwnersOnly(h.GetType()));

    /// <summary>The hook says so itself, or its room does, which is called after its namespace.</summary>
    private static bool IsOwnersOnly(Type hook) => Known.GetOrAdd(hook, type =>
        type.IsDefined(typeof(OwnersOnlyAttribute), false) || type.Assembly.GetType($"{type.Namespace}.{type.Namespace!.Split('.')[^1]}Room")?.IsDefined(typeof(OwnersOnlyAttribute), false) == true);
}
