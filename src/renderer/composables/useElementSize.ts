import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'

/** Size of an element's content box in CSS pixels, kept up to date; 0 × 0 before it is mounted. */
export function useElementSize(element: Readonly<Ref<HTMLElement | null>>) {
  const widthPx = ref(0)
  const heightPx = ref(0)
  const observer = new ResizeObserver(([entry]) => {
    if (entry === undefined) return
    widthPx.value = entry.contentRect.width
    heightPx.value = entry.contentRect.height
  })
  onMounted(() => element.value !== null && observer.observe(element.value))
  onBeforeUnmount(() => observer.disconnect())
  return { widthPx, heightPx }
}
