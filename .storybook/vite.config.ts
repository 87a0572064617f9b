// Of Storybook alone: without a file of its own it would take the one at the root, which serves the demo.
export default {};
